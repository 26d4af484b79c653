/** What stands at cells and was not seen. It is said with the import, and is no reason to refuse cells that can be read. */
export type Unseen = 'comments-broken' | 'comments-too-many' | 'lines-of-old-workbooks';
