import type { Translation } from '../translation.js';

const pl: Translation = {
  $code: 'pl',
  $name: 'Polski',
  $dir: 'ltr',
  label: 'Pokój webinarowy',
  join: 'Dołącz do pokoju',
  left: 'Opuszczono pokój.',
  leftForTab: 'Pokój został otwarty w innej karcie.',
  joinAgain: 'Dołącz tutaj ponownie',
  opening: 'Otwieranie pokoju…',
  slow: 'Trwa to dłużej niż zwykle.',
  opened: 'Pokój jest otwarty.',
  retry: 'Spróbuj ponownie',
  newTab: 'Otwórz w nowej karcie',
  fullscreen: 'Pełny ekran',
  leaveFullscreen: 'Wyjdź z pełnego ekranu',
  insecure:
    'Kamera i mikrofon działają tylko na bezpiecznej stronie (https). Otwórz pokój w nowej karcie, aby z nich skorzystać.',
  'missing-license-key': 'Nie wybrano jeszcze pokoju.',
  'invalid-option': 'Ten pokój nie jest poprawnie skonfigurowany; powiadom właściciela strony.',
  'script-failed': 'Nie można połączyć się z pokojem: przyczyną może być sieć lub bloker reklam.',
  'script-blocked': 'Ustawienia zabezpieczeń tej strony nie pozwalają otworzyć tu pokoju.',
  timeout: 'Pokój nie otworzył się na czas.',
  offline: 'Brak połączenia z internetem; pokój otworzy się, gdy tylko połączenie wróci.',
  'frame-removed':
    'Coś na tej stronie zamknęło pokój. Spróbuj ponownie lub otwórz go w nowej karcie.',
  leftForOtherTab: 'Pokój został przeniesiony do innej karty.',
  openElsewhere: 'Pokój jest już otwarty w innej karcie tej przeglądarki.',
  moveHere: 'Przenieś tutaj',
  mediaBlocked:
    'Kamera i mikrofon są zablokowane na tej stronie. Aby ich użyć, otwórz pokój w nowej karcie.',
  noMediaDevices:
    'Ta aplikacja nie ma dostępu do kamery i mikrofonu. Aby ich użyć, skopiuj link i otwórz go w przeglądarce.',
  copyLink: 'Kopiuj link',
  linkCopied: 'Skopiowano link',
  startsWhen: 'Zaczyna się {when}',
  organizerTime: 'Czas organizatora: {time}',
  addToCalendar: 'Dodaj do kalendarza',
  openAnyway: 'Otwórz pokój mimo to',
  ended: 'Ten webinar się zakończył.',
  yourName: 'Imię i nazwisko',
  nameRequired: 'Podaj imię i nazwisko.',
  notYou: 'To nie Ty?',
};

export default pl;
