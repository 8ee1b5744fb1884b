import type { ExtraTerms } from '../translation.js';

/** The English texts of the extras, which load them on demand. */
const english: ExtraTerms = {
  leftForOtherTab: 'The room was moved to another tab.',
  openElsewhere: 'The room is already open in another tab of this browser.',
  moveHere: 'Move it here',
  insecure:
    'Camera and microphone need a secure page (https). Open the room in a new tab to use them.',
  mediaBlocked:
    'Camera and microphone are blocked on this page. Open the room in a new tab to use them.',
  noMediaDevices:
    'This app has no access to camera and microphone. Copy the link and open it in your browser to use them.',
  copyLink: 'Copy link',
  linkCopied: 'Link copied',
  startsWhen: 'Starts {when}',
  organizerTime: 'Organizer: {time}',
  addToCalendar: 'Add to calendar',
  openAnyway: 'Open the room anyway',
  ended: 'This webinar has ended.',
  yourName: 'Your name',
  nameRequired: 'Please enter your name.',
  notYou: 'Not you?',
};

export default english;
