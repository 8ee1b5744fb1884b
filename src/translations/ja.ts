import type { Translation } from '../translation.js';

const ja: Translation = {
  $code: 'ja',
  $name: '日本語',
  $dir: 'ltr',
  label: 'ウェビナールーム',
  join: 'ルームに参加',
  left: 'ルームから退出しました。',
  leftForTab: '別のタブでルームを開きました。',
  joinAgain: 'ここで再参加',
  opening: 'ルームを開いています…',
  slow: '通常より時間がかかっています。',
  opened: 'ルームが開きました。',
  retry: '再試行',
  newTab: '新しいタブで開く',
  fullscreen: '全画面表示',
  leaveFullscreen: '全画面表示を終了',
  insecure:
    'カメラとマイクを使うには安全なページ（https）が必要です。新しいタブでルームを開いてください。',
  'missing-license-key': 'ルームがまだ選択されていません。',
  'invalid-option': 'このルームは正しく設定されていません。サイトの管理者にお知らせください。',
  'script-failed':
    'ルームに接続できません。ネットワークまたは広告ブロッカーが原因の可能性があります。',
  'script-blocked': 'このサイトのセキュリティ設定により、ここではルームを開けません。',
  timeout: '時間内にルームが開きませんでした。',
  offline: 'オフラインです。接続が回復すると、ルームが自動的に開きます。',
  'frame-removed':
    'このページの何かがルームを閉じました。もう一度試すか、新しいタブで開いてください。',
  leftForOtherTab: 'ルームは別のタブに移動しました。',
  openElsewhere: 'ルームはこのブラウザーの別のタブですでに開いています。',
  moveHere: 'ここに移動',
  mediaBlocked:
    'このページではカメラとマイクがブロックされています。使用するには、新しいタブでルームを開いてください。',
  noMediaDevices:
    'このアプリはカメラとマイクを使用できません。リンクをコピーし、ブラウザーで開いてください。',
  copyLink: 'リンクをコピー',
  linkCopied: 'コピーしました',
  startsWhen: '{when}に開始',
  organizerTime: '主催者の時刻: {time}',
  addToCalendar: 'カレンダーに追加',
  openAnyway: 'それでもルームを開く',
  ended: 'このウェビナーは終了しました。',
  yourName: 'お名前',
  nameRequired: 'お名前を入力してください。',
  notYou: '別の方ですか?',
};

export default ja;
