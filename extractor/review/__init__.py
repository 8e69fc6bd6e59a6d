"""Reading and correcting records in a browser: `serving` has the pages, `exporting` what comes of them."""
