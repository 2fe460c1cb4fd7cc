"""What stands under the title of each screen."""

INTRODUCTIONS: dict[str, str] = {
    "introduction": "Who makes this agreement, on what footing and why.",
    "scope": "What is delivered, to whom, in which hours, and what the other side does for it.",
    "duration": "When it starts, how long it runs and how it ends. Legal will look here first.",
    "metrics": "What is promised in numbers, how it is measured and how it was so far.",
    "people": "Who talks to whom, and who approves or signs.",
}
