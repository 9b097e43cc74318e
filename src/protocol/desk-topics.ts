/**
 * What the desk's change stream tells of besides rows: the queue of requests, questions for approval, how the hotel works. An event by
 * that name says only that it has changed; who may read what of it is that route's matter.
 */
export const deskTopics = ['requests', 'approvals', 'settings'] as const;
export type DeskTopic = (typeof deskTopics)[number];
