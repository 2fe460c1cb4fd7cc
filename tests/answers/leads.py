"""Marketing and sales, one company: leads delivered, contacted, followed up, and converted."""

from tests.answers.below import Answers, below

LEADS: Answers = (
    ("title", "Leads and follow-up between Marketing and Sales"),
    *below(
        "introduction",
        ("provider/name", "Marketing"),
        ("provider/short_name", "Marketing"),
        ("provider/short_name_article", "no"),
        ("provider/head", "Head of Marketing"),
        ("customer/name", "Sales"),
        ("customer/short_name", "Sales"),
        ("customer/short_name_article", "no"),
        ("customer/head", "Head of Sales"),
        ("standing/entity", "same-legal-entity"),
        ("company", "Northwind Software GmbH"),
        (
            "purpose",
            (
                "to lose no lead between the two departments, and to decide together, on the same "
                "figures, what to improve"
            ),
        ),
        ("objectives/revenue/aim", "more customers from the same number of leads"),
        ("objectives/revenue/measure", "new customers in each calendar quarter"),
        ("definitions/lead/term", "Qualified Lead"),
        (
            "definitions/lead/meaning",
            (
                "a contact who has asked for an offer or a demonstration, works in a company with "
                "at least 20 staff, and may lawfully be contacted"
            ),
        ),
    ),
    *below(
        "scope/services/leads",
        ("name", "Lead generation"),
        (
            "output",
            (
                "Qualified Leads, handed over in the customer database with name, company, "
                "telephone number, origin and consent"
            ),
        ),
        ("outcome", "talk to people who are ready to talk to them"),
    ),
    *below(
        "scope",
        ("out_of_scope", "renewals of existing customers\ncontacts bought from other companies"),
        ("users", "the 10 sales representatives in Berlin and Vienna"),
        ("service_hours/week", "Monday to Friday, 09:00 to 17:30"),
        ("service_hours/time_zone", "Europe/Berlin"),
        ("service_hours/holidays", "Berlin, Germany"),
        ("support_hours/same", "yes"),
        ("channels", "the customer database\nthe weekly meeting of both departments"),
        (
            "customer_duties/verdict/what",
            (
                "accept each Qualified Lead, or return it with one of the reasons listed in the "
                "customer database"
            ),
        ),
        ("customer_duties/verdict/by_when", "within 2 Business Days after the hand-over"),
        (
            "customer_duties/capacity/what",
            "tell Marketing which representatives are away",
        ),
        ("customer_duties/capacity/by_when", "by the 25th day of the calendar month before"),
    ),
    *below(
        "duration",
        ("effective_date", "1 January 2027"),
        ("term/type", "fixed"),
        ("term/length", "12"),
        ("term/unit", "months"),
        ("renewal/type", "none"),
        ("change/confirm_days", "30"),
        ("review/every", "1"),
        ("review/triggers", "a Service Level is missed in two calendar months in a row"),
    ),
    *below(
        "metrics/levels/contact",
        ("name", "First contact with a lead"),
        ("category", "follow-up"),
        ("owed_by", "customer"),
        ("services", "Lead generation"),
        (
            "definition",
            (
                "the time from the hand-over of a Qualified Lead until a representative has called "
                "or written in person; an automatic message does not count"
            ),
        ),
        ("start_event", "the Qualified Lead is handed over in the customer database"),
        ("stop_event", "a representative has logged the first call or message"),
        ("direction", "at-most"),
        ("target", "24"),
        ("unit", "hours"),
        ("window", "event"),
        ("clock", "around-the-clock"),
        ("method", "Sales, from the log of the customer database, for each Qualified Lead"),
        ("exclusions", "standard"),
        ("baseline/status", "A"),
        ("baseline/value", "21"),
        ("baseline/statistic", "median"),
        ("baseline/population", "all Qualified Leads of the quarter"),
        ("baseline/period", "July to September 2026"),
        ("baseline/source", "the log of the customer database"),
    ),
    *below(
        "metrics/levels/attempts",
        ("name", "Attempts to reach a lead"),
        ("category", "follow-up"),
        ("owed_by", "customer"),
        ("services", "Lead generation"),
        (
            "definition",
            (
                "calls and personal messages to a Qualified Lead within 2 weeks after the "
                "hand-over, at most one a day counted"
            ),
        ),
        ("start_event", "the Qualified Lead is handed over in the customer database"),
        (
            "stop_event",
            (
                "the lead is reached or refuses, the contact data turn out to be invalid, or the "
                "lead may no longer lawfully be contacted"
            ),
        ),
        ("direction", "at-least"),
        ("target", "5"),
        ("unit", "number"),
        ("unit_of", "attempts within 2 weeks, unless the clock ends before"),
        ("window", "event"),
        ("clock", "service-hours"),
        ("method", "Sales, from the log of the customer database, for each Qualified Lead"),
        ("exclusions", "standard"),
        ("baseline/status", "A"),
        ("baseline/value", "5"),
        ("baseline/statistic", "median"),
        ("baseline/population", "all Qualified Leads of the quarter"),
        ("baseline/period", "July to September 2026"),
        ("baseline/source", "the log of the customer database"),
    ),
    *below(
        "metrics/levels/volume",
        ("name", "Qualified Leads delivered"),
        ("category", "lead-volume"),
        ("owed_by", "provider"),
        ("services", "Lead generation"),
        (
            "definition",
            (
                "the Qualified Leads handed over in the calendar month, less those that Sales "
                "returned with a reason"
            ),
        ),
        ("formula", "10 representatives × 100 Qualified Leads each"),
        ("direction", "at-least"),
        ("target", "1,000"),
        ("unit", "number"),
        ("unit_of", "Qualified Leads"),
        ("window", "calendar-month"),
        ("clock", "around-the-clock"),
        ("method", "Marketing, by a count in the customer database on the first Business Day"),
        ("exclusions", "standard"),
        ("baseline/status", "A"),
        ("baseline/value", "1,040"),
        ("baseline/statistic", "mean"),
        ("baseline/population", "all Qualified Leads of the quarter"),
        ("baseline/period", "July to September 2026"),
        ("baseline/periods", "3"),
        ("baseline/source", "the customer database"),
        ("baseline/values", "990 1,050 1,080"),
    ),
    *below(
        "metrics/levels/conversion",
        ("name", "Conversion from lead to customer"),
        ("category", "lead-quality"),
        ("owed_by", "both"),
        ("services", "Lead generation"),
        ("definition", "the share of all leads of the quarter that have become customers"),
        ("unit", "percent"),
        ("window", "calendar-quarter"),
        ("clock", "around-the-clock"),
        ("method", "Marketing and Sales together, from the funnel in the customer database"),
        ("exclusions", "none"),
        ("baseline/status", "E"),
        ("baseline/value", "5"),
        ("baseline/statistic", "ratio"),
        ("baseline/population", "all leads of the quarter, 100 → 50 → 30 → 15 → 5 by stage"),
        ("baseline/period", "July to September 2026"),
        ("baseline/periods", "1"),
        ("baseline/source", "the funnel in the customer database"),
    ),
    *below(
        "metrics",
        ("report/due_days", "5"),
        ("report/recipient", "the heads of both departments"),
        ("consequence/type", "escalation"),
        ("measuring/missing_data", "neither"),
    ),
    *below(
        "introduction/contacts/daily-marketing",
        ("side", "provider"),
        ("purpose", "day-to-day"),
        ("function", "Campaign manager"),
        ("name", "Mira Lang"),
        ("reach", "+49 30 5550 301"),
        ("substitute", "Tom Berger"),
        ("substitute_reach", "+49 30 5550 302"),
    ),
    *below(
        "introduction/contacts/daily-sales",
        ("side", "customer"),
        ("purpose", "day-to-day"),
        ("function", "Sales operations"),
        ("name", "Eva Novak"),
        ("reach", "+43 1 5550 401"),
        ("substitute", "Paul Hahn"),
        ("substitute_reach", "+43 1 5550 402"),
    ),
    *below(
        "introduction/contacts/superior",
        ("purpose", "common-superior"),
        ("function", "Chief Commercial Officer"),
        ("name", "Ines Roth"),
        ("reach", "ines.roth@northwind.example"),
        ("substitute", "Jonas Keller"),
        ("substitute_reach", "jonas.keller@northwind.example"),
    ),
    *below(
        "introduction/signatories/marketing",
        ("side", "provider"),
        ("function", "Head of Marketing"),
        ("name", "Carla Stein"),
    ),
    *below(
        "introduction/signatories/sales",
        ("side", "customer"),
        ("function", "Head of Sales"),
        ("name", "David Kern"),
    ),
)
