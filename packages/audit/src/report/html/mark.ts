import type { Outcome } from '../../judge/verdict.ts'
import { html, type Markup } from './markup.ts'

const PATHS: Readonly<Record<Outcome, Markup>> = {
  holds: html`<path d="M4 8.5l2.7 2.7L12 5.6"/>`,
  fails: html`<path d="M5 5l6 6M11 5l-6 6"/>`,
  'not-evaluable': html`<path d="M6 6.2a2 2 0 1 1 2.7 1.9c-.5.2-.7.5-.7 1.1M8 11.4v.1"/>`,
}

/** Returns an outcome's sign. Screen readers skip signs: a text beside must say the outcome. */
export const sign = (outcome: Outcome): Markup =>
  html`<svg class="sign" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><circle cx="8" cy="8" r="8"/>${PATHS[outcome]}</svg>`

/** Returns an outcome as its sign and its word. */
export const mark = (outcome: Outcome, word: string): Markup =>
  html`<span class="mark ${outcome}">${sign(outcome)}<span>${word}</span></span>`
