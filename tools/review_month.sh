# A month of two clerks and a server, for the pages that take a reviewer through it: sourced by them.
# Leaves ~/server.git and the clones ~/zhou (周明, dispatcher) and ~/wang (王岚, head of a village).
set -e
at() { export GRIDCTL_NOW="2026-11-$1:00+08:00"; }
in_clone() { cd "$HOME/$1"; }
collect() { gridctl collect "$@" --json | sed -n 's/^ *"id": "\(.*\)",$/\1/p' | head -1; }
git init -q --bare -b main "$HOME/server.git"
mkdir "$HOME/zhou"; in_clone zhou
cat >grids.yaml <<'END'
format: 1
ledger: {name: 刘寨街道案件台账, language: zh, timezone: Asia/Shanghai}
grids:
- {id: lz, name: 刘寨街道, code_name: 刘寨, level: 1, since: 2012-05-01}
- {id: lz-jwm, name: 晋王庙村, level: 2, parent: lz, since: 2012-05-01}
- {id: lz-jwm-1, name: 晋王庙村东片, level: 3, parent: lz-jwm, since: 2012-05-01}
- {id: lz-jwm-2, name: 晋王庙村西片, level: 3, parent: lz-jwm, since: 2012-05-01}
END
cat >staff.yaml <<'END'
format: 1
departments:
- id: chengguan
  name: 城管执法中队
  powers:
  - {category: E04, action: enforce, lead: true, basis: 《城市市容和环境卫生管理条例》}
staff:
- {id: s001, name: 周明, home: lz, kind: officer, email: s001@example.org, posts: [{grid: lz, role: dispatcher, since: 2012-05-01}]}
- {id: s002, name: 吴静, home: lz, kind: officer, email: s002@example.org, posts: [{grid: lz, role: leader, since: 2012-05-01}]}
- {id: s005, name: 王岚, home: lz, kind: officer, email: s005@example.org, posts: [{grid: lz-jwm, role: head, since: 2012-05-01}]}
- {id: s017, name: 蒋波, home: lz, kind: workteam, email: s017@example.org, posts: [{grid: lz-jwm-1, role: patroller, since: 2012-05-01}]}
- {id: s031, name: 朱峰, home: chengguan, kind: enforcement, email: s031@example.org, posts: [{grid: lz-jwm, role: enforcer, since: 2012-05-01}]}
END
git config --global user.name 周明; git config --global user.email s001@example.org
export GRIDCTL_NOW=2026-10-30T09:00:00+08:00
gridctl init .
gridctl sync --server "$HOME/server.git"
git clone -q "$HOME/server.git" "$HOME/wang"
git -C "$HOME/wang" config user.name 王岚; git -C "$HOME/wang" config user.email s005@example.org
# 店外经营: the whole way, the result typed late by the dispatcher, and without a photo.
at 02T08:40; in_clone wang; shop=$(collect 店外经营 -g lz-jwm-1 -s patrol --text 东口两家饭店把桌子摆到人行道上)
at 02T09:10; gridctl triage "$shop" --severity normal --category E0405
gridctl sync
at 02T09:40; in_clone zhou; gridctl sync; gridctl file "$shop" --to chengguan
at 06T16:20; gridctl handle "$shop" --as s031 --at 2026-11-02T11:05 --note 桌椅已收回，两家店签了承诺书 --done fixed
at 06T16:30; gridctl feedback "$shop" --told 反映人
at 09T10:00; gridctl verify "$shop" --as s017 --pass
at 09T10:10; gridctl evaluate "$shop" --strip 88 --block 92
# 桥头流动商贩: with the unit; what it asks for follows.
at 10T08:30; soil=$(collect 桥头流动商贩 -g lz-jwm-2 -s hotline)
at 10T08:50; gridctl triage "$soil" --severity normal --category E0401
at 10T09:00; gridctl file "$soil" --to chengguan --limit '5 work_day' --note 需与市场方商定摊位
# A new patroller.
at 12T09:00; gridctl staff add s018 --name 沈洁 --home lz --kind workteam --email s018@example.org
gridctl staff post s018 --grid lz-jwm-2 --role patroller --since 2026-11-12
# 桥头流动商贩 again: an extension, then another; still with the unit at the end of the month.
at 16T09:00; gridctl extend "$soil" --request --as s031 --note 摊位还在商定
at 16T09:20; gridctl extend "$soil" --approve --note 同意
at 20T09:00; gridctl extend "$soil" --request --as s031 --note 市场方负责人在外地
at 20T09:20; gridctl extend "$soil" --approve --note 同意，最后一次
gridctl sync
# Two clerks without knowing of each other: a note that follows, and a move that does not.
at 24T09:00; in_clone wang; gridctl sync
lamp=$(collect 路灯不亮 -g lz-jwm-2 -s patrol); gridctl sync
at 24T09:30; in_clone zhou; gridctl sync; gridctl triage "$lamp" --severity normal --category P0137
gridctl sync
at 24T09:40; in_clone wang; gridctl note "$lamp" 西头第三根灯杆; gridctl triage "$lamp" --category P0137 --settle 已通知电工更换
set +e
