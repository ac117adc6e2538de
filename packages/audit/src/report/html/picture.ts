import { fill } from '../words/words-of.ts'
import type { Context, Picture } from './context.ts'
import { html, type Markup } from './markup.ts'

/** Returns a screenshot in a closed `<details>`; without the image if it is not base64. */
export const picture = (
  { words, format }: Context,
  { id, screenshot: { jpeg, at, answer } }: Picture,
): Markup => {
  const when = fill(words.evidence.atSecond, { n: format.seconds(at) })
  const title = `${words.evidence.screenshot} · ${words.answers[answer]} · ${when}`
  return html`<details class="picture" id="${id}"><summary>${title}</summary>
${/^[\w+/]+={0,2}$/.test(jpeg) && html`<img src="data:image/jpeg;base64,${jpeg}" alt="${title}">`}
</details>`
}
