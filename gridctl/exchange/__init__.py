"""Exchange: spreadsheets from elsewhere, whatever program wrote them."""
