import type { PageTranslation } from '../translation.js';

const ja: PageTranslation = {
  title: 'ウェビナー',
  heading: 'ウェビナーに参加',
  unknown: 'このリンク先にルームはありません。',
  field: 'ルーム番号または招待リンク',
  join: '参加',
  notARoom: 'ルーム番号（例：123\u2011123\u2011123）でも招待リンクでもありません。',
  notNineDigits: 'ルーム番号は9桁です（例：123\u2011123\u2011123）。入力された桁数：{count}',
  question: 'ルーム {name} を開きますか？',
  open: 'ルームを開く',
  cancel: 'キャンセル',
  framed: '安全のため、このページは他のウェブサイトの中ではルームを開きません。',
  newTab: '新しいタブで開く',
  late: 'このページを起動できませんでした。再読み込みするか、受け取ったリンクをお使いください。',
};

export default ja;
