import type { Way } from './way.ts'

/** Ways whose requests the gate does not block. The README of the gate lists them. */
export const LEAKS: Record<string, Way> = {
  'document.write': address => document.write(`<script src="${address}"></${'script'}>`),
  'import()': address => import(address).catch(() => {}),
  "another frame's fetch": address => {
    const frame = document.body.appendChild(document.createElement('iframe'))
    frame.contentWindow?.fetch(address, { mode: 'no-cors' })
  },
  'a worker': address => {
    const code = `fetch(${JSON.stringify(address)}, { mode: 'no-cors' })`
    new Worker(URL.createObjectURL(new Blob([code])))
  },
  'url() of a style': address => {
    document.body.style.backgroundImage = `url(${address})`
  },
  'an image by innerHTML': address => {
    document.body.innerHTML = `<img src="${address}">`
  },
  'a style sheet by innerHTML': address => {
    document.body.innerHTML = `<link rel="stylesheet" href="${address}">`
  },
  EventSource: address => new EventSource(address),
  'an import in a module': address => {
    const script = document.createElement('script')
    script.type = 'module'
    script.text = `import ${JSON.stringify(address)}`
    document.head.append(script)
  },
  'a script that is moved, in its parent, after its type was taken away': address => {
    const [box, script] = [document.createElement('div'), document.createElement('script')]
    script.src = address
    box.append(script)
    document.body.append(box)
    script.removeAttribute('type')
    document.body.prepend(box)
  },
  'a script inside of another frame': address => {
    const frame = document.createElement('iframe')
    frame.srcdoc = `<script src="${address.replace('&', '&amp;')}"></${'script'}>`
    document.body.append(frame)
  },
  'the location of another frame': address => {
    const frame = document.body.appendChild(document.createElement('iframe'))
    frame.contentWindow?.location.replace(address)
  },
  'a form': address => {
    document.body.innerHTML = '<iframe name="answer"></iframe><form target="answer"></form>'
    const [form] = document.forms
    Object.assign(form as HTMLFormElement, { method: 'post', action: address })
    form?.submit()
  },
}
