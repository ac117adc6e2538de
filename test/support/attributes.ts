export const VALID_ATTRIBUTES: Readonly<Record<string, string>> = {
  ...{ ga: 'G-TEST123', gtm: 'GTM-TEST123', gaServer: '/metrics', layer: 'dataLayer', lang: 'ko' },
  ...{ categories: 'analytics marketing', restricted: 'true', delivery: '/events' },
  ...{ deliveryRefusals: 'true', policyVersion: '2024-01-18', policyUrl: '/privacy' },
  ...{ policyUrlKo: '/ko/privacy', policyEarlier: '/earlier', cookieName: 'consent' },
  ...{ cookieDomain: '.localhost', cookieDays: '184', position: 'left', theme: 'dark' },
  ...{ button: 'right', zIndex: '10', debug: 'false', debugHosts: 'a.test b.test' },
}
