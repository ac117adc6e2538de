import { preferencesCss } from '../preferences/preferences.css.ts'
import { laterCss } from './later.css.ts'

/** The styles that are loaded with the preferences. */
export const partsCss: string = laterCss + preferencesCss
