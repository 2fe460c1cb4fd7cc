"""A hosted application for a customer: availability, maintenance, renewal, change of control."""

from tests.answers.below import Answers, below

HOSTING: Answers = (
    ("title", "Hosted ordering application"),
    *below(
        "introduction",
        ("provider/name", "Northwind Hosting GmbH"),
        ("provider/identity/legal_form", "private limited company (GmbH)"),
        ("provider/identity/register_number", "HRB 123456 B, Berlin"),
        ("provider/identity/address", "1 Market Street, 10115 Berlin, Germany"),
        ("customer/name", "Contoso Retail plc"),
        ("customer/identity/legal_form", "public limited company"),
        ("customer/identity/register_number", "01234567, England and Wales"),
        ("customer/identity/address", "20 Harbour Road, Bristol BS1 5TY, United Kingdom"),
        ("standing/entity", "independent-companies"),
        ("standing/rests_on", "governing-agreement"),
        ("standing/governing_title", "Master Services Agreement"),
        ("standing/governing_date", "15 January 2025"),
        ("standing/amendment_clause", "clause 14.2"),
        ("standing/precedence", "this-agreement"),
        (
            "purpose",
            (
                "Contoso Retail takes the orders of its shops through an application that "
                "Northwind hosts.\n"
                "Both want to know what is delivered and what follows when something fails."
            ),
        ),
    ),
    *below(
        "scope/services/application",
        ("name", "Hosted application"),
        (
            "output",
            (
                "the ordering application in its production environment, reachable over the "
                "internet, with operation, monitoring, backups and security updates"
            ),
        ),
        ("outcome", "take and pass on the orders of its shops at any hour"),
    ),
    *below(
        "scope",
        (
            "out_of_scope",
            (
                "test and training environments\n"
                "the Customer’s own network, devices and internet access\n"
                "changes to the application that the Customer asks for"
            ),
        ),
        ("users", "the staff of the Customer’s 120 shops and of its head office"),
        ("service_hours/week", "24 hours a day, every day"),
        ("service_hours/time_zone", "Europe/Berlin"),
        ("service_hours/holidays", "Berlin, Germany"),
        ("support_hours/same", "no"),
        ("support_hours/week", "Monday to Friday, 08:00 to 18:00"),
        ("support_hours/time_zone", "Europe/Berlin"),
        ("support_hours/holidays", "Berlin, Germany"),
        ("channels", "the Provider’s support portal\nthe support telephone number"),
        (
            "customer_duties/contacts/what",
            "name at least two people who may open support requests",
        ),
        ("customer_duties/contacts/by_when", "within 5 Business Days after the Effective Date"),
        (
            "customer_duties/answers/what",
            "answer the Provider’s questions about an open fault",
        ),
        ("customer_duties/answers/by_when", "within 1 Business Day"),
        ("personal_data/handled", "yes"),
        ("personal_data/processing_agreement", "Data Processing Agreement"),
        ("personal_data/processing_date", "15 January 2025"),
    ),
    *below(
        "duration",
        ("effective_date", "1 April 2027"),
        ("term/type", "fixed"),
        ("term/length", "24"),
        ("term/unit", "months"),
        ("renewal/type", "automatic"),
        ("renewal/length", "12"),
        ("renewal/unit", "months"),
        ("notice/length", "60"),
        ("notice/unit", "days"),
        ("change/who_may_end", "either"),
        ("change/notice_days", "90"),
        ("change/window_months", "12"),
        ("change/tell_within_days", "10"),
        ("change/transfer", "with-consent"),
        ("review/every", "6"),
        ("after_end/data_days", "30"),
        ("after_end/data_format", "a complete export in an open format"),
    ),
    *below(
        "metrics/levels/availability",
        ("name", "Availability of the application"),
        ("category", "availability"),
        ("owed_by", "provider"),
        ("services", "Hosted application"),
        (
            "definition",
            (
                "the share of the minutes of a calendar month, less Excluded Time, in which the "
                "external probe could log in and save a record"
            ),
        ),
        ("direction", "at-least"),
        ("target", "99.9"),
        ("unit", "percent"),
        ("unit_of", "all minutes, around the clock"),
        ("window", "calendar-month"),
        ("clock", "around-the-clock"),
        ("method", "the Provider, by an external probe outside its own network, each minute"),
        ("exclusions", "standard"),
        ("baseline/status", "A"),
        ("baseline/value", "99.2556"),
        ("baseline/statistic", "mean"),
        ("baseline/population", "all minutes of the month"),
        ("baseline/period", "January to September 2026"),
        ("baseline/periods", "9"),
        ("baseline/source", "the monthly availability reports"),
        ("baseline/values", "99.2 99.4 98.8 99.5 99.1 99.6 99.3 99.0 99.4"),
    ),
    *below(
        "scope/maintenance",
        ("window", "Sunday, 02:00 to 06:00"),
        ("notice_length", "5"),
        ("notice_unit", "business-days"),
        ("cap_hours", "8"),
    ),
    *below(
        "metrics",
        ("report/due_days", "10"),
        ("report/recipient", "the Head of Shop Systems"),
        ("report/objection_days", "30"),
        ("consequence/type", "governing-agreement"),
        ("measuring/missing_data", "neither"),
        ("measuring/partial_period", "prorate"),
    ),
    *below(
        "introduction",
        (
            "provider/notices_address",
            "Legal department, 1 Market Street, 10115 Berlin, Germany; legal@northwind.example",
        ),
        (
            "customer/notices_address",
            (
                "Company secretary, 20 Harbour Road, Bristol BS1 5TY, United Kingdom; "
                "secretary@contoso.example"
            ),
        ),
    ),
    *below(
        "introduction/contacts/provider-daily",
        ("side", "provider"),
        ("purpose", "day-to-day"),
        ("function", "Service manager"),
        ("name", "Ada Okafor"),
        ("reach", "+49 30 5550 101"),
        ("substitute", "Jan Weber"),
        ("substitute_reach", "+49 30 5550 102"),
    ),
    *below(
        "introduction/contacts/customer-daily",
        ("side", "customer"),
        ("purpose", "day-to-day"),
        ("function", "Head of Shop Systems"),
        ("name", "Priya Nair"),
        ("reach", "+44 117 555 0201"),
        ("substitute", "Tom Ellis"),
        ("substitute_reach", "+44 117 555 0202"),
    ),
    *below(
        "introduction/contacts/provider-escalation",
        ("side", "provider"),
        ("purpose", "escalation"),
        ("function", "Head of Operations"),
        ("name", "Lena Fischer"),
        ("reach", "+49 30 5550 110"),
        ("substitute", "Omar Haddad"),
        ("substitute_reach", "+49 30 5550 111"),
    ),
    *below(
        "introduction/contacts/customer-escalation",
        ("side", "customer"),
        ("purpose", "escalation"),
        ("function", "Chief Information Officer"),
        ("name", "Grace Lim"),
        ("reach", "+44 117 555 0210"),
        ("substitute", "Peter Shaw"),
        ("substitute_reach", "+44 117 555 0211"),
    ),
    *below(
        "introduction/signatories/provider",
        ("side", "provider"),
        ("function", "Managing director"),
        ("name", "Karl Brandt"),
    ),
    *below(
        "introduction/signatories/customer",
        ("side", "customer"),
        ("function", "Chief Operating Officer"),
        ("name", "Helen Moore"),
    ),
)
