import type { Translation } from '../translation.js';
import core from './en-core.js';
import extras from './en-extras.js';

const en: Translation = { ...core, ...extras };

export default en;
