"""briefkit checks policy briefs against their sources, sentence by sentence, and builds them as PDF, DOCX and HTML."""
