import type { Translation } from '../translation.js';

const pt: Translation = {
  $code: 'pt',
  $name: 'Português',
  $dir: 'ltr',
  label: 'Sala do webinar',
  join: 'Entrar na sala',
  left: 'Você saiu da sala.',
  leftForTab: 'Abriu a sala noutro separador.',
  joinAgain: 'Entrar novamente aqui',
  opening: 'Abrindo a sala…',
  slow: 'Isso está demorando mais do que o normal.',
  opened: 'A sala está aberta.',
  retry: 'Tentar novamente',
  newTab: 'Abrir em uma nova guia',
  fullscreen: 'Tela cheia',
  leaveFullscreen: 'Sair da tela cheia',
  insecure:
    'A câmera e o microfone precisam de uma página segura (https). Abra a sala em uma nova guia para usá-los.',
  'missing-license-key': 'Nenhuma sala foi escolhida ainda.',
  'invalid-option': 'Esta sala não está configurada corretamente; avise o responsável pelo site.',
  'script-failed':
    'Não foi possível acessar a sala: a rede ou um bloqueador de anúncios pode estar impedindo.',
  'script-blocked': 'As configurações de segurança deste site não permitem abrir a sala aqui.',
  timeout: 'A sala não abriu a tempo.',
  offline: 'Você está off-line; a sala será aberta assim que a conexão voltar.',
  'frame-removed': 'Algo nesta página fechou a sala. Tente novamente ou abra-a num novo separador.',
  leftForOtherTab: 'A sala foi movida para outro separador.',
  openElsewhere: 'A sala já está aberta noutro separador deste navegador.',
  moveHere: 'Mover para aqui',
  mediaBlocked:
    'A câmara e o microfone estão bloqueados nesta página. Abra a sala num novo separador para os utilizar.',
  noMediaDevices:
    'Esta aplicação não tem acesso à câmara nem ao microfone. Copie a ligação e abra-a no seu navegador para os utilizar.',
  copyLink: 'Copiar ligação',
  linkCopied: 'Ligação copiada',
  startsWhen: 'Começa {when}',
  organizerTime: 'Hora do organizador: {time}',
  addToCalendar: 'Adicionar ao calendário',
  openAnyway: 'Abrir a sala mesmo assim',
  ended: 'Este webinar terminou.',
  yourName: 'O seu nome',
  nameRequired: 'Introduza o seu nome.',
  notYou: 'Não é você?',
};

export default pt;
