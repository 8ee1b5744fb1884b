import type { PageTranslation } from '../translation.js';

const it: PageTranslation = {
  title: 'Webinar',
  heading: 'Partecipa a un webinar',
  unknown: 'Questo link non porta a nessuna sala.',
  field: 'Numero della sala o link di invito',
  join: 'Partecipa',
  notARoom: 'Non è né un numero di sala, come 123\u2011123\u2011123, né un link di invito.',
  notNineDigits:
    'Un numero di sala ha nove cifre, come 123\u2011123\u2011123. Cifre inserite: {count}.',
  question: 'Aprire la sala {name}?',
  open: 'Apri la sala',
  cancel: 'Annulla',
  framed: 'Per la tua sicurezza, questa pagina non apre sale all’interno di un altro sito.',
  newTab: 'Apri in una nuova scheda',
  late: 'Impossibile avviare questa pagina. Ricaricala o usa il link che hai ricevuto.',
};

export default it;
