"""Words that the standard wording of an agreement must not use.

The lists are parts 5.3 (everywhere) and 3.5 (between departments of one company) of the drafting
conventions; they are matched against the standard wording, never against what a person wrote.
"""

import re

IN_WORDING = re.compile(
    r"\b(?:and/or|etc\.|e\.g\.|i\.e\.|such as|may not|ensures?|guarantees?|warrant\w*"
    r"|best (?:efforts|endeavours|practice)|promptly|timely|immediately|as soon as possible"
    r"|penalt(?:y|ies)|100%|zero downtime|unlimited|uptime|resolve[sd]?|third part(?:y|ies)"
    r"|force majeure|partners?|partnership|joint venture|we|you|our|your|from time to time"
    r"|as amended|herein|hereof|hereby|aforesaid|witnesseth|null and void|subject to agreement"
    r"|to be (?:discussed|agreed)|TBD|industry standard|state of the art|business hours"
    r"|working days?|SLA|provided that|in the event that|is entitled to|should"
    r"|(?:stated|set out|named|listed|mentioned|defined|see) (?:above|below))"
    r"(?!\w)",
    re.IGNORECASE,
)

WITHIN_A_COMPANY = re.compile(
    r"\b(?:(?i:penalt(?:y|ies)|(?:liquidated )?damages|liabilit(?:y|ies)|liable|indemni\w+"
    r"|warrant\w*|guarantees?|breach\w*|defaults?|remed(?:y|ies)|service credits?|set-off"
    r"|invoices?|interest|terminat\w+|for cause|governing law|courts?|arbitration|legally bound"
    r"|consideration|deeds?|in witness|counterparts|assignment|novation|deemed"
    r"|third[- ]part(?:y|ies)|confidential\w*|dismissal|shall)|Part(?:y|ies)"
    r"|Governing Agreement)\b",
)
