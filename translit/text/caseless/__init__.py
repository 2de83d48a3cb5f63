"""Names in scripts without capitals: Arabic, Hebrew, Georgian, Chinese, Japanese, Korean, Thai, Hindi and others.

Nothing there tells a name from a word, so that candidates are all words, without the particles that are written
together with them (`particles`, `units`), or where no blanks part words whatever stands in the text. What is spelled
as a listed name, or as the tables of places and organizations have it, is looked up letter by letter (`surfaces`);
names in other scripts by sound (`by_sound`), with more care: in Chinese characters and hangul by how they are read
(`by_reading`, `transcribed`), institutions by what their words mean (`by_meaning`). `caseless_finder` is the door.
"""
