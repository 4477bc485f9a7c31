/** The name of the port by which the agent in a page notices that the background is gone. Nothing is said through it. */
export const lifelineName = 'page';
