// The services of the site's own: a group of fields for each service, and a button to add one.

import { element } from './element.js'
import { createField } from './field.js'
import { fill } from './fill.js'
import { EMPTY_SERVICE, MOST_SERVICES, SERVICE_FORMS } from './settings.js'

/** The service that the button adds. The user then changes its values. */
const SAMPLE = {
  ...EMPTY_SERVICE,
  name: 'Chat',
  category: 'support',
  'words.en': 'answers to your questions',
  'words.ko': '문의 응대',
  'words.ja': 'お問い合わせへの対応',
  company: 'Chat Inc.',
  'theirs.en': 'running the chat',
  'theirs.ko': '채팅 운영',
  'theirs.ja': 'チャットの運営',
  country: 'US',
  relation: 'processor',
  hosts: 'chat.example',
  cookies: 'chat_id',
  days: '90',
}

/**
 * Creates the fields of all services. `read` returns the services, `onDrawn` is called when fields
 * have been added or removed, `say` announces a text to screen readers.
 */
export const createServiceFields = ({ words, read, onChange, onDrawn, say }) => {
  const list = element('div', { class: 'services' })
  const add = element('button', { type: 'button', class: 'quiet' }, words.services.add)

  const groupOf = (service, at) => {
    const prefix = `service${at + 1}.`
    const legend = element('legend')
    const remove = element('button', { type: 'button', class: 'quiet' })
    const show = name => {
      legend.textContent = name
      remove.textContent = fill(words.services.remove, { name })
    }
    const fields = Object.entries(service).map(([key, value]) =>
      createField({
        ...{ key, prefix, words, value, forms: SERVICE_FORMS },
        onChange(value) {
          onChange(read().with(at, { ...read()[at], [key]: value }))
          if (key === 'name') show(value)
        },
      }),
    )
    show(service.name)
    remove.addEventListener('click', () => {
      const { name } = read()[at]
      replace(read().toSpliced(at, 1))
      say(fill(words.services.removed, { name }))
      add.focus()
    })
    return element('fieldset', { class: 'service' }, legend, ...fields, remove)
  }

  const draw = () => {
    const services = read()
    const none = element('p', { class: 'hint' }, words.services.none)
    list.replaceChildren(...(services.length > 0 ? services.map(groupOf) : [none]))
    add.hidden = services.length >= MOST_SERVICES
  }

  const replace = services => {
    onChange(services)
    draw()
    onDrawn()
  }

  add.addEventListener('click', () => {
    const count = read().length
    const name = count ? `${SAMPLE.name} ${count + 1}` : SAMPLE.name
    replace([...read(), { ...SAMPLE, name }])
    list.querySelector('fieldset:last-of-type input').focus()
  })
  draw()
  return element('div', {}, list, add)
}
