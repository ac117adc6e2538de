import '@c15t/react/styles.css'
import {
  ConsentBanner,
  ConsentDialog,
  ConsentDialogLink,
  ConsentManagerProvider,
} from '@c15t/react'
import { createElement } from 'react'
import { createPortal } from 'react-dom'
import { createRoot } from 'react-dom/client'

const { given, answered } = window
const { language, footer, messages, layout, reloads } = given

const options = {
  mode: 'offline',
  consentCategories: ['necessary', 'measurement'],
  overrides: { country: 'DE' },
  reloadOnConsentRevoked: reloads,
  i18n: { locale: language, detectBrowserLanguage: false, messages: { [language]: messages } },
  callbacks: {
    onConsentSet: ({ preferences }) => answered(preferences.measurement),
    // The page would otherwise send until it is reloaded.
    onBeforeConsentRevocationReload: () => answered(false),
  },
}

createRoot(document.getElementById('banner')).render(
  createElement(
    ConsentManagerProvider,
    { options },
    createElement(ConsentBanner, { layout }),
    createElement(ConsentDialog),
    createPortal(createElement(ConsentDialogLink, {}, footer), document.getElementById('footer')),
  ),
)
