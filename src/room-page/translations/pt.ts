import type { PageTranslation } from '../translation.js';

const pt: PageTranslation = {
  title: 'Webinar',
  heading: 'Entrar em um webinar',
  unknown: 'Este link não leva a nenhuma sala.',
  field: 'Número da sala ou link de convite',
  join: 'Entrar',
  notARoom: 'Isto não é um número de sala, como 123\u2011123\u2011123, nem um link de convite.',
  notNineDigits:
    'Um número de sala tem nove dígitos, como 123\u2011123\u2011123. Dígitos inseridos: {count}.',
  question: 'Abrir a sala {name}?',
  open: 'Abrir a sala',
  cancel: 'Cancelar',
  framed: 'Para sua segurança, esta página não abre salas dentro de outro site.',
  newTab: 'Abrir em uma nova guia',
  late: 'Não foi possível iniciar esta página. Recarregue-a ou use o link que você recebeu.',
};

export default pt;
