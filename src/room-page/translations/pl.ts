import type { PageTranslation } from '../translation.js';

const pl: PageTranslation = {
  title: 'Webinar',
  heading: 'Dołącz do webinaru',
  unknown: 'Ten link nie prowadzi do żadnego pokoju.',
  field: 'Numer pokoju lub link z zaproszenia',
  join: 'Dołącz',
  notARoom: 'To nie jest numer pokoju, taki jak 123\u2011123\u2011123, ani link z zaproszenia.',
  notNineDigits:
    'Numer pokoju ma dziewięć cyfr, na przykład 123\u2011123\u2011123. Liczba wpisanych cyfr: {count}.',
  question: 'Otworzyć pokój {name}?',
  open: 'Otwórz pokój',
  cancel: 'Anuluj',
  framed: 'Dla Twojego bezpieczeństwa ta strona nie otwiera pokojów wewnątrz innej witryny.',
  newTab: 'Otwórz w nowej karcie',
  late: 'Nie udało się uruchomić tej strony. Odśwież ją lub użyj otrzymanego linku.',
};

export default pl;
