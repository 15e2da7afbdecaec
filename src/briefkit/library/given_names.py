"""A name with one comma in, whether it is the names of two people, by how people are called.

`Jane Doe, Max Roe` has the shape of `García Márquez, Gabriel José`. It is two names where both sides begin as people
are called and end as hardly anybody is: of the second the first word is no given name, and the last word is one. The
names are common ones of Europe and America. Those in `_SURNAMES` are given names and surnames alike (`Martín Gómez,
Ana Belén`): the first side may not begin with one, and neither side may end with one.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefkit.library.braces import drop_braces
from briefkit.library.latex import decode

# fmt: off
GIVEN = frozenset((
    "Adam", "Agata", "Agnes", "Agnieszka", "Alan", "Albert", "Alex", "Alexander", "Alexandra", "Alice", "Alison",
    "Amanda", "Amy", "Ana", "Andrea", "Andreas", "Andrew", "Andrzej", "Angela", "Anita", "Ann", "Anna", "Anne",
    "Annette", "Antonio", "Barbara", "Beatriz", "Ben", "Bernd", "Bill", "Björn", "Bob", "Brian", "Bruno", "Carl",
    "Carla", "Carlos", "Carmen", "Caroline", "Catherine", "Charles", "Charlotte", "Chiara", "Chris", "Christian",
    "Christina", "Christine", "Christoph", "Christophe", "Christopher", "Claire", "Claudia", "Claudio", "Claus",
    "Colin", "Craig", "Cristina", "Daniel", "Daniela", "Danielle", "Dave", "Deborah", "Dieter", "Dirk", "Donald",
    "Dorota", "Dorothy", "Eduardo", "Edward", "Elena", "Elisabeth", "Elizabeth", "Emily", "Emma", "Eric", "Erik",
    "Ernesto", "Eva", "Evelyn", "Ewa", "Fabian", "Fabio", "Fernando", "Francesca", "Francesco", "Francisco", "Frank",
    "Franz", "Fred", "Frederick", "Gabriel", "Gabriela", "Georg", "George", "Gerald", "Gerhard", "Giovanni", "Giulia",
    "Giuseppe", "Greg", "Gregory", "Grzegorz", "Guillaume", "Günter", "Günther", "Hannah", "Hans", "Harold",
    "Heather", "Heike", "Heinrich", "Heinz", "Helen", "Helena", "Helmut", "Herbert", "Holger", "Ian", "Ines", "Inga",
    "Ingrid", "Irene", "Isabel", "Isabelle", "Ivan", "Jack", "Jacek", "Jan", "Jane", "Janet", "Janusz", "Jason",
    "Javier", "Jean", "Jeff", "Jeffrey", "Jennifer", "Jens", "Jeremy", "Jessica", "Jim", "Joachim", "Joan", "Joanna",
    "Joe", "Joel", "Johan", "Johann", "Johannes", "John", "Jon", "Jonathan", "Jörg", "Jose", "Josef", "Joseph",
    "José", "Juan", "Judith", "Juha", "Julia", "Julian", "Julie", "Jürgen", "Karen", "Karin", "Karl", "Karsten",
    "Kate", "Katarzyna", "Katharina", "Katherine", "Kathleen", "Katja", "Katrin", "Keith", "Ken", "Kenneth", "Kevin",
    "Klaus", "Krzysztof", "Larry", "Lars", "Laura", "Laurence", "Linda", "Lisa", "Lucas", "Luigi", "Luis", "Luisa",
    "Lukas", "Maciej", "Magdalena", "Manfred", "Manuel", "Marc", "Marco", "Marcin", "Marek", "Margaret", "Maria",
    "Marie", "Mario", "Mark", "Markus", "Marta", "Martha", "Martina", "Mary", "Mateusz", "Matt", "Matteo", "Matthew",
    "Matthias", "Max", "María", "Melanie", "Melissa", "Michael", "Michal", "Michał", "Miguel", "Mike", "Monica",
    "Monika", "Nancy", "Natalia", "Natalie", "Neil", "Nicole", "Nina", "Olaf", "Oleg", "Olga", "Oliver", "Olivier",
    "Oscar", "Pamela", "Paolo", "Patricia", "Patrick", "Paul", "Paula", "Pauline", "Pavel", "Pawel", "Paweł", "Pedro",
    "Per", "Peter", "Petra", "Phil", "Philip", "Philipp", "Philippe", "Pierre", "Piotr", "Rachel", "Rafael", "Rainer",
    "Ralf", "Ralph", "Raymond", "Rebecca", "Regina", "Renate", "Ricardo", "Rick", "Rita", "Rob", "Roberto", "Roland",
    "Rolf", "Ron", "Ronald", "Rosa", "Ruth", "Sabine", "Sally", "Samuel", "Sandra", "Sandy", "Sara", "Sarah",
    "Sebastian", "Sergio", "Sharon", "Silvia", "Simone", "Sofia", "Sophie", "Stefan", "Stefanie", "Stephan",
    "Stephanie", "Stephen", "Steve", "Steven", "Stuart", "Sue", "Susan", "Susanne", "Sven", "Sylvia", "Tanja",
    "Teresa", "Thorsten", "Tim", "Timothy", "Tina", "Tobias", "Tom", "Tomasz", "Tony", "Ulrich", "Ulrike", "Ursula",
    "Uwe", "Valentina", "Valerie", "Vera", "Veronica", "Victor", "Victoria", "Viktor", "Virginia", "Vladimir",
    "Volker", "Wendy", "Werner", "Wilhelm", "William", "Witold", "Wojciech", "Wolfgang", "Yves", "Yvonne", "Zbigniew",
))
_SURNAMES = frozenset((
    "Alberto", "Alonso", "Alfonso", "Ángel", "Andrés", "André", "Anthony", "Arnold", "Arthur", "Belén", "Benito",
    "Benjamin", "Bernard", "Blas", "Bruce", "Calvo", "Clara", "David", "Denis", "Diego", "Domingo", "Dominique",
    "Douglas", "Duncan", "Elliott", "Enrique", "Ernst", "Eugenia", "Felix", "Félix", "Francis", "Franco", "Garcia",
    "García", "Gil", "Gordon", "Graham", "Grant", "Gregorio", "Guerra", "Guy", "Henri", "Henry", "Hermann", "Howard",
    "Hugo", "Ignacio", "Inés", "Jacob", "Jaime", "James", "Jesús", "Jorge", "Julio", "Kim", "Laurent", "Lawrence",
    "Lee", "Leonard", "Lewis", "Lloyd", "Lorenzo", "Louis", "Lourdes", "Lucía", "Luca", "Marcos", "Mar", "Marina",
    "Martin", "Martín", "Mercedes", "Mateo", "Maurice", "Michel", "Miller", "Mitchell", "Morris", "Murray", "Nelson",
    "Nicolas", "Nicolás", "Norman", "Otto", "Pablo", "Pascal", "Pascual", "Pilar", "Ramón", "Raúl", "Ray", "Rene",
    "René", "Richard", "Robert", "Roger", "Román", "Roman", "Rosario", "Ross", "Roy", "Rubén", "Ryan", "Salvador",
    "Sanz", "Santiago", "Scott", "Sean", "Simon", "Simón", "Soledad", "Spencer", "Stanley", "Stewart", "Taylor",
    "Terry", "Thomas", "Tomás", "Vicente", "Vincent", "Walter", "Warren", "Wayne",
))
# fmt: on

_PAIR = 2


def is_pair(parts: Sequence[Sequence[str]]) -> bool:
    """Whether the words before and behind a comma are the names of two people."""
    if len(parts) != _PAIR:
        return False
    first, second = (_plain(words) for words in parts)
    return first[0] in GIVEN and second[0] in GIVEN | _SURNAMES and all(map(_ends_in_surname, (first, second)))


def _ends_in_surname(words: Sequence[str]) -> bool:
    last = words[-1]
    is_plain = last[:1].isupper() and "." not in last and last not in GIVEN and last not in _SURNAMES
    return _PAIR <= len(words) <= _PAIR + 1 and is_plain


def _plain(words: Sequence[str]) -> list[str]:
    text = " ".join(words)
    return drop_braces(decode(text) if "\\" in text else text).split() or [""]
