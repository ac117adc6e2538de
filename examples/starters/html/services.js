// Your own ids: these belong to nobody.
spaceoneConsent({
  services: [
    { preset: 'clarity', id: '0000000000', category: 'analytics' },
    { preset: 'channelTalk', id: '00000000-0000-0000-0000-000000000000', category: 'support' },
  ],
})
