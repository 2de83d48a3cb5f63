"""The service and the page: reconciliation for OpenRefine and its like, and a page for people without a terminal.

Start reading in `app`, which lists every address; `security` stands before all of them. `entity_store` is what the
others ask about entities. Needs the extra `web`.
"""
