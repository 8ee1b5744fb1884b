import type { Translation } from '../translation.js';

const it: Translation = {
  $code: 'it',
  $name: 'Italiano',
  $dir: 'ltr',
  label: 'Sala webinar',
  join: 'Entra nella sala',
  left: 'Hai lasciato la sala.',
  leftForTab: "Ha aperto la sala in un'altra scheda.",
  joinAgain: 'Rientra qui',
  opening: 'Apertura della sala…',
  slow: 'Ci vuole più tempo del solito.',
  opened: 'La sala è aperta.',
  retry: 'Riprova',
  newTab: 'Apri in una nuova scheda',
  fullscreen: 'Schermo intero',
  leaveFullscreen: 'Esci da schermo intero',
  insecure:
    'Fotocamera e microfono richiedono una pagina sicura (https). Apri la sala in una nuova scheda per usarli.',
  'missing-license-key': 'Non è stata ancora scelta una sala.',
  'invalid-option': 'Questa sala non è configurata correttamente; avvisa il responsabile del sito.',
  'script-failed': 'La sala non è raggiungibile: forse la rete o un ad blocker lo impedisce.',
  'script-blocked':
    'Le impostazioni di sicurezza di questo sito non permettono di aprire la sala qui.',
  timeout: 'La sala non si è aperta in tempo.',
  offline: 'Sei offline; la sala si aprirà appena tornerai online.',
  'frame-removed':
    'Qualcosa in questa pagina ha chiuso la sala. Riprovi o la apra in una nuova scheda.',
  leftForOtherTab: "La sala è stata spostata in un'altra scheda.",
  openElsewhere: "La sala è già aperta in un'altra scheda di questo browser.",
  moveHere: 'Spostala qui',
  mediaBlocked:
    'Videocamera e microfono sono bloccati in questa pagina. Apra la sala in una nuova scheda per usarli.',
  noMediaDevices:
    'Questa app non ha accesso a videocamera e microfono. Copi il link e lo apra nel browser per usarli.',
  copyLink: 'Copia link',
  linkCopied: 'Link copiato',
  startsWhen: 'Inizia {when}',
  organizerTime: 'Ora dell’organizzatore: {time}',
  addToCalendar: 'Aggiungi al calendario',
  openAnyway: 'Apri comunque la sala',
  ended: 'Questo webinar è terminato.',
  yourName: 'Il suo nome',
  nameRequired: 'Inserisca il suo nome.',
  notYou: 'Non è lei?',
};

export default it;
