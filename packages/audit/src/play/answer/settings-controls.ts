import { siteOf } from '../../collectors/site-of.ts'
import { opensSettings, withdraws } from '../labels/act-of.ts'
import type { Control, PageLook } from '../look/find-controls.ts'

/** Matches addresses of pages that change something, such as a log-out. */
const UNWANTED = /log[-_]?(out|off)|sign[-_]?out|delete|remove|unsubscribe|\.(pdf|zip|docx?)$/i

/** The largest number of controls that are tried. */
const TRIED = 6

/**
 * Returns the controls of a page that may lead to a withdrawal, the likeliest first: those that say
 * by their words or their label that they open the settings of cookies or consent, and that lie in
 * no form with other fields. Links to a page of settings come last, and only those of the site.
 */
export const settingsControls = ({ controls }: PageLook, page: string): Control[] => {
  const saying = controls.filter(
    ({ words, label, isInForm, href }) =>
      [words, label].some(one => opensSettings(one) || withdraws(one)) &&
      !isInForm &&
      (href === undefined || (siteOf(href) === siteOf(page) && !UNWANTED.test(href))),
  )
  const [inPage, links] = [
    saying.filter(({ href }) => href === undefined),
    saying.filter(({ href }) => href !== undefined),
  ]
  const unique = new Map<string, Control>()
  for (const one of [...inPage, ...links]) {
    const key = `${one.words} ${one.href}`
    if (!unique.has(key)) unique.set(key, one)
  }
  return [...unique.values()].slice(0, TRIED)
}
