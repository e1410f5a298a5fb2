/** X1: what someone who has left is called, wherever they are named. Names are kept in one language, as all names are. */
import { words } from './words.ts';

export const LEFT_NAME = words('ja').leftName;
