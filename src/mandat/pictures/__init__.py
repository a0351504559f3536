"""Small SVG drawings of our own: text in, text out, nothing fetched."""
