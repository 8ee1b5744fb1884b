import type { Translation } from '../translation.js';

const es: Translation = {
  $code: 'es',
  $name: 'Español',
  $dir: 'ltr',
  label: 'Sala de webinar',
  join: 'Entrar en la sala',
  left: 'Has salido de la sala.',
  leftForTab: 'Ha abierto la sala en otra pestaña.',
  joinAgain: 'Volver a entrar aquí',
  opening: 'Abriendo la sala…',
  slow: 'Está tardando más de lo habitual.',
  opened: 'La sala está abierta.',
  retry: 'Reintentar',
  newTab: 'Abrir en una pestaña nueva',
  fullscreen: 'Pantalla completa',
  leaveFullscreen: 'Salir de la pantalla completa',
  insecure:
    'La cámara y el micrófono necesitan una página segura (https). Abre la sala en una pestaña nueva para usarlos.',
  'missing-license-key': 'Todavía no se ha elegido ninguna sala.',
  'invalid-option': 'Esta sala no está bien configurada; avisa al responsable del sitio web.',
  'script-failed':
    'No se puede acceder a la sala: puede que la red o un bloqueador de anuncios lo impida.',
  'script-blocked':
    'La configuración de seguridad de este sitio web no permite abrir la sala aquí.',
  timeout: 'La sala no se ha abierto a tiempo.',
  offline: 'No tienes conexión; la sala se abrirá en cuanto la recuperes.',
  'frame-removed':
    'Algo en esta página ha cerrado la sala. Inténtelo de nuevo o ábrala en una pestaña nueva.',
  leftForOtherTab: 'La sala se ha movido a otra pestaña.',
  openElsewhere: 'La sala ya está abierta en otra pestaña de este navegador.',
  moveHere: 'Moverla aquí',
  mediaBlocked:
    'La cámara y el micrófono están bloqueados en esta página. Abra la sala en una pestaña nueva para usarlos.',
  noMediaDevices:
    'Esta aplicación no tiene acceso a la cámara ni al micrófono. Copie el enlace y ábralo en su navegador para usarlos.',
  copyLink: 'Copiar enlace',
  linkCopied: 'Enlace copiado',
  startsWhen: 'Empieza {when}',
  organizerTime: 'Hora del organizador: {time}',
  addToCalendar: 'Añadir al calendario',
  openAnyway: 'Abrir la sala de todos modos',
  ended: 'Este seminario web ha terminado.',
  yourName: 'Su nombre',
  nameRequired: 'Escriba su nombre.',
  notYou: '¿No es usted?',
};

export default es;
