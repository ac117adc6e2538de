import type { Formatters } from '../../../../packages/audit/src/report/html/format.ts'
import {
  html,
  type Markup,
  type MarkupValue,
} from '../../../../packages/audit/src/report/html/markup.ts'
import type { Log } from '../log/log.ts'
import type { OperatorFiles } from '../operator-files.ts'
import type { Checks } from '../start-checks.ts'
import { STYLE } from './style.ts'
import { LANGUAGES, type Language, type Words, wordsOf } from './words/words-of.ts'

/** What the pages are drawn from. */
export interface Site extends OperatorFiles {
  readonly log: Log
  readonly checks: Pick<Checks, 'run' | 'isRunning'>
  /** The origin under which visitors reach the server. @default unknown */
  readonly origin?: string | undefined
}

/** What a page is drawn with: the site, and the language of the page. */
export interface Context extends Site {
  readonly language: Language
  readonly words: Words
  readonly format: Formatters
  /** Whether the page is a file, in which links to other pages of the screen lead nowhere. */
  readonly isFile?: boolean | undefined
}

/** Returns a link to another page of the screen; in a file, only the link's content. */
export const linkPart = (
  { isFile }: Pick<Context, 'isFile'>,
  address: string,
  content: MarkupValue,
): Markup => (isFile ? html`${content}` : html`<a class="hash" href="${address}">${content}</a>`)

/** The query of a page, with the first of values of the same name. */
export type Query = Readonly<Record<string, string | undefined>>

/** A page, before its frame is drawn. */
export interface Page {
  readonly heading: string
  readonly content: Markup
  /** @default 200 */
  readonly status?: number | undefined
  /** The header `Refresh`, with which a browser loads the page again. @default none */
  readonly refresh?: string | undefined
}

/** The pages of the navigation: the address of each, and its name. */
const linksOf = (words: Words): readonly (readonly [string, string])[] => [
  ['./', words.overview],
  ['days', words.days.heading],
  ['versions', words.versions.heading],
  ['chain', words.chain.heading],
]

/** Where a page stands on the screen. */
export interface Place {
  /** The page's own address, relative to the folder of its language: `days?from=…`. */
  readonly address: string
  /** Without a sign-in, the page has no navigation. */
  readonly isSignedIn: boolean
  /** What only paper shows, below the page. @default nothing */
  readonly foot?: Markup | undefined
}

/**
 * Returns the HTML of a page.
 *
 * @param place Without a place, as in a file, the page has neither navigation nor languages.
 */
export const frameOf = (
  context: Pick<Context, 'language' | 'words'>,
  { heading, content }: Page,
  place?: Place,
): string => {
  const { language, words } = context
  const frame = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${heading} · ${words.title}</title>
<style>${{ html: STYLE }}</style>
</head>
<body>
<main>
${
  place &&
  html`<a class="skip" href="#content">${words.skip}</a>
${barPart(context, place)}`
}
<h1 id="content" tabindex="-1">${heading}</h1>
${content}
${place?.foot}
</main>
</body>
</html>
`
  return frame.html
}

/**
 * Returns the navigation, the languages and the sign-out. Every link is relative, since a proxy may
 * serve the pages below a path that this server does not know.
 */
const barPart = (
  { language, words }: Pick<Context, 'language' | 'words'>,
  { address, isSignedIn }: Place,
): Markup => {
  const [path] = address.split('?')
  return html`<div class="bar">
${isSignedIn && html`<nav aria-label="${words.navigation}" class="links">${linksOf(words).map(([to, name]) => html`<a href="${to}"${to === (path || './') && html` aria-current="page"`}>${name}</a>`)}</nav>`}
<div class="end">
<nav aria-label="${words.languages}" class="links">${LANGUAGES.map(one => html`<a href="../${one}/${address}" lang="${one}" hreflang="${one}"${one === language && html` aria-current="true"`}>${wordsOf(one).name}</a>`)}</nav>
${isSignedIn && html`<form method="post" action="sign-out"><button class="plain">${words.signIn.leave}</button></form>`}
</div>
</div>`
}
