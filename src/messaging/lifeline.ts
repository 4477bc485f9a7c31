/** The name of the port by which the agent in a page notices that the background is gone. It carries no messages. */
export const lifelineName = 'page';
