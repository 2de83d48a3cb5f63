"""Other readings of a name: Chinese characters by language, syllables of Korean and Chinese, names given at birth.

Start with `other_readings`, which says what a name may be read as besides.
"""
