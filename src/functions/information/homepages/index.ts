/** F1.3: what other modules may know of homepages. */
export { editingPath, pageEditing, pagePath, sitePath } from './addresses.ts';
export {
  BLOCK_INPUT,
  BLOCK_KINDS,
  BLOCK_LIMITS,
  type BlockContents,
  type BlockInput,
  type BlockKind,
  blockInput,
  FILES_ON,
  type KeptBlock,
  MOST_BLOCKS,
  pageText,
} from './block.ts';
export { siteData } from './data.ts';
export { addBlock, BLOCK, copyFiles, hangFile, insertBlock, readContent } from './draft-blocks.ts';
export { type HeldPage, type HeldSite, heldPage, heldSite } from './editing.ts';
export { contactPage } from './frame.ts';
export { partsOf, plainText, safeAddress } from './marks.ts';
export { keepOldAddresses, knownAddresses, pageOfOldPath } from './moved-pages.ts';
export { type OldAddress, readOldAddress } from './old-address.ts';
export { beginPage, createPage, createPost, type NewPage, withdrawPage } from './pages.ts';
export { type PublishHow, publishHeld, publishPage } from './publish.ts';
export {
  type ListedPost,
  type MenuPage,
  postsOf,
  type ShownBlock,
  type ShownPage,
  type ShownSite,
  shownPage,
  siteById,
  siteByKey,
  siteOfGroup,
} from './queries.ts';
export { mayEdit } from './rules.ts';
export { notFound, refusalFor, SITE_LIMITS, siteTags } from './site.ts';
export { siteForEditors } from './site-for-editors.ts';
export { siteCss, styleName, type ThemeName } from './themes.ts';
export { addSiteTool, type SiteTool } from './tools.ts';
export { type SiteData, sitePicture } from './views/blocks.ts';
export { awayHtml, emptyHtml, frameHtml, isAway, newsHtml, pageHtml, type SiteFrameProps } from './views/site-page.ts';
export { type SiteWays, townWays } from './ways.ts';
