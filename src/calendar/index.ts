export { LivewebinarError, type LivewebinarErrorCode } from '../errors.js';
export { buildCalendarFile, type CalendarEvent } from './calendar-file.js';
