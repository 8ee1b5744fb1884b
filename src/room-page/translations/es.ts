import type { PageTranslation } from '../translation.js';

const es: PageTranslation = {
  title: 'Seminario web',
  heading: 'Unirse a un seminario web',
  unknown: 'Este enlace no lleva a ninguna sala.',
  field: 'Número de sala o enlace de invitación',
  join: 'Unirse',
  notARoom: 'No es un número de sala, como 123\u2011123\u2011123, ni un enlace de invitación.',
  notNineDigits:
    'Un número de sala tiene nueve cifras, como 123\u2011123\u2011123. Cifras introducidas: {count}.',
  question: '¿Abrir la sala {name}?',
  open: 'Abrir la sala',
  cancel: 'Cancelar',
  framed: 'Por tu seguridad, esta página no abre salas dentro de otro sitio web.',
  newTab: 'Abrir en una pestaña nueva',
  late: 'No se pudo iniciar esta página. Vuelve a cargarla o usa el enlace que recibiste.',
};

export default es;
