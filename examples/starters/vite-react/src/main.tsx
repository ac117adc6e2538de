import { consent } from './consent'

// The consent is above every other import, so that no other code of the page runs before it.

import { ConsentProvider } from '@spaceone/consent/react'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import './style.css'

const root = document.querySelector('#root') as HTMLElement
createRoot(root).render(
  <ConsentProvider consent={consent}>
    <App />
  </ConsentProvider>,
)
