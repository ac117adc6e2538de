// Shows the texts to copy: a choice of the kind of text, notes, and a block for each file.

import { copyText } from './copy.js'
import { cspFiles } from './csp.js'
import { element } from './element.js'
import { createChoices } from './field.js'
import { fill } from './fill.js'
import { reactFiles, vueFiles } from './frameworks.js'
import { notesFor } from './notes.js'
import { plainFiles } from './npm.js'
import { sectionFor } from './sections.js'
import { tagFiles } from './tag.js'

const FILES = { tag: tagFiles, npm: plainFiles, vue: vueFiles, react: reactFiles, csp: cspFiles }

/** Texts that belong into a place and not into a file: each place, and its key in `words`. */
const NAMES = { '<head>': 'head', '<body>': 'body' }

/**
 * Shows the texts to copy. `version` is that of the SDK, `say` announces a text to screen readers.
 * Returns a function that shows the texts for settings.
 */
export const showTexts = (place, { words, version, say }) => {
  const chosen = { kind: 'tag', section: 'behavioural', format: 'html' }
  let settings
  const notes = element('div', { class: 'notes' })
  const blocks = element('div', { class: 'blocks' })

  const blockOf = ({ name, code }) => {
    const title = words.files[NAMES[name] ?? name] ?? name
    const id = `code-${title.replace(/\W+/g, '-')}`
    const button = element('button', { type: 'button', class: 'quiet' }, words.copy)
    button.setAttribute('aria-label', fill(words.copyOf, { name: title }))
    const shown = element('code', {}, code)
    button.addEventListener('click', () => copyText(button, code, { words, say, shown }))
    const heading = element('h3', { id }, title)
    const label = fill(words.codeOf, { name: title })
    const text = element('pre', { tabindex: 0, role: 'region', 'aria-label': label }, shown)
    return element('div', { class: 'block' }, element('header', {}, heading, button), text)
  }

  const showSection = async () => {
    const { section, format } = chosen
    const asked = JSON.stringify([settings, chosen])
    const code = await sectionFor(settings, section, format).catch(() => words.policy.failed)
    if (asked === JSON.stringify([settings, chosen]))
      blocks.replaceChildren(blockOf({ name: words.policy.sections[section], code }))
  }

  const show = () => {
    const { kind } = chosen
    options.hidden = kind !== 'policy'
    notes.replaceChildren(...notesFor(kind, settings, words).map(note => element('p', {}, note)))
    if (kind === 'policy') showSection()
    else blocks.replaceChildren(...FILES[kind](settings, version).map(blockOf))
  }

  const choiceOf = (name, legend, choices) => {
    const onChange = value => {
      chosen[name] = value
      show()
    }
    return createChoices({ name, legend, choices, value: chosen[name], onChange })
  }
  const { section, format, sections, formats } = words.policy
  const options = element(
    'div',
    { hidden: true },
    choiceOf('section', section, sections),
    choiceOf('format', format, formats),
  )
  const { what, ...kinds } = words.kinds
  place.replaceChildren(choiceOf('kind', what, kinds), options, notes, blocks)
  return given => {
    settings = given
    show()
  }
}
