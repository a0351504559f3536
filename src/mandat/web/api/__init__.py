"""The JSON API: one door for acts, and every page's data. Described by OpenAPI at ``/api/openapi.json``."""
