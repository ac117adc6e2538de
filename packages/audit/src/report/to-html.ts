import type { ReportOptions } from '../judge/compare.ts'
import type { Verdict } from '../judge/verdict.ts'
import { conditionsPart, readingPart } from './html/conditions.ts'
import { consentStatesPart } from './html/consent-states.ts'
import { contactsPart } from './html/contacts.ts'
import type { Context } from './html/context.ts'
import { findingsPart } from './html/findings.ts'
import { formattersOf } from './html/format.ts'
import { html } from './html/markup.ts'
import { storedPart } from './html/stored.ts'
import { styles } from './html/styles.ts'
import { summary } from './html/summary.ts'
import { visitsPart } from './html/visits.ts'
import { tagsIn } from './tags.ts'
import type { Language } from './words/words-of.ts'
import { wordsOf } from './words/words-of.ts'

/**
 * Returns the report as one HTML file that loads nothing: no script, no font, no image from another
 * address. The file's Content-Security-Policy allows only inline styles and `data:` images.
 */
export const toHtml = (
  verdict: Verdict,
  language: Language,
  { comparison }: ReportOptions = {},
): string => {
  const words = wordsOf(language)
  const context: Context = {
    ...{ verdict, words, comparison },
    ...{ tags: tagsIn(verdict.findings), format: formattersOf(language) },
  }
  const { seen } = verdict
  const sites = [...new Set(seen.pages.map(({ url, loaded }) => hostIn(loaded ?? url)))].join(', ')
  const { html: text } = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${words.title}: ${sites}</title>
<style>${{ html: styles }}</style>
</head>
<body>
<main>
<header>
<p class="kind">${words.title}</p>
<h1>${sites}</h1>
<p class="what">${words.subtitle}</p>
<p class="when">${context.format.date(seen.began)} · ${seen.browser.name} ${seen.browser.version} · ${seen.tool.name} ${seen.tool.version}</p>
</header>
${summary(context)}
${findingsPart(context)}
${visitsPart(context)}
${contactsPart(context)}
${storedPart(context)}
${consentStatesPart(context)}
${conditionsPart(context)}
${readingPart(context)}
</main>
</body>
</html>
`
  return text
}

const hostIn = (url: string): string => (URL.canParse(url) ? new URL(url).host : url)
