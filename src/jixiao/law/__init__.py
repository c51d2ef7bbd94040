"""What is in force on a day, in a place: dated parameters with their act and their grade of evidence."""
