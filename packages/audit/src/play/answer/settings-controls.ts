import { siteOf } from '../../collectors/site-of.ts'
import { opensSettings, withdraws } from '../labels/act-of.ts'
import type { Control, PageLook } from '../look/find-controls.ts'

/** Matches addresses of files, and of pages that change something, such as a log-out. */
const UNWANTED = /log[-_]?(out|off)|sign[-_]?out|delete|remove|unsubscribe|\.(pdf|zip|docx?)$/i

/** The most controls that the audit tries for one withdrawal. */
const TRIED = 6

/**
 * Returns at most six controls of a page that may lead to a withdrawal: their words or label say
 * that they withdraw, or open the settings of cookies or consent, and their form has no field for
 * text and no `<select>`. Links to other pages come last, and only those of the site.
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
