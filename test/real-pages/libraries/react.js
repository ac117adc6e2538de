import { createElement, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { collect } from '../collect.js'

let show
const App = ({ onReady }) => {
  const [count, setCount] = useState(0)
  const [addresses, setAddresses] = useState([])
  show = address => setAddresses(addresses => [...addresses, address])
  useEffect(() => {
    if (count > 0) onReady()
  }, [count, onReady])
  return createElement(
    'div',
    null,
    createElement(
      'button',
      { type: 'button', onClick: () => setCount(count + 1) },
      `count ${count}`,
    ),
    addresses.map(address => createElement('img', { key: address, src: address, alt: '' })),
  )
}

window.library = {
  /** Renders a component, and again after a click. */
  use: root =>
    new Promise(resolve => {
      createRoot(root).render(createElement(App, { onReady: () => resolve([root.textContent]) }))
      const click = () => {
        const button = root.querySelector('button')
        if (button) button.click()
        else setTimeout(click, 5)
      }
      click()
    }),
  reach: name => show(collect(name)),
}
