/** The session storage key whose presence means that an update is waiting. */
export const updateWaits = 'update-waits';
