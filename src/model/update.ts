/** Under this name the browser keeps, while it runs and until the update is taken, that one waits. */
export const updateWaits = 'update-waits';
