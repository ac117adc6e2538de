import { createElement, useState } from 'react'
import CookieConsent, { getCookieConsentValue, resetCookieConsentValue } from 'react-cookie-consent'
import { createPortal } from 'react-dom'
import { createRoot } from 'react-dom/client'

const { words, answered } = window

const tell = () => answered(getCookieConsentValue() === 'true')

/** The banner, and the site's own control that shows the banner again. */
const Consent = () => {
  const [visible, setVisible] = useState('byCookieValue')
  const decided = () => {
    setVisible('byCookieValue')
    tell()
  }
  const again = () => {
    resetCookieConsentValue()
    setVisible('show')
    tell()
  }
  const banner = createElement(
    CookieConsent,
    {
      visible,
      enableDeclineButton: true,
      buttonText: words.accept,
      declineButtonText: words.decline,
      ariaAcceptLabel: words.accept,
      ariaDeclineLabel: words.decline,
      onAccept: decided,
      onDecline: decided,
    },
    words.text,
  )
  const button = createElement('button', { type: 'button', onClick: again }, words.footer)
  return [banner, createPortal(button, document.getElementById('footer'), 'footer')]
}

tell()
createRoot(document.getElementById('banner')).render(createElement(Consent))
