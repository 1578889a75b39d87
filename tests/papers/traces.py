"""What the tests of papers look for: a reporter as given, and a text that means harm."""

NAME, PHONE = "欧阳大明", "13900000000"
HOSTILE = '桥头占道\x1b[31m\u202e<script>alert(1)</script> https://evil.example/x \'onload="x"'
