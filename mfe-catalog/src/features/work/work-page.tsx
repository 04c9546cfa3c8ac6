import { useRouteData } from '@tessera/remote-kit/data/use-route-data.ts';
import { useState } from 'react';
import page from '../../shared/page.module.css';
import { useText } from '../../shared/text.ts';
import { useCoverShape } from '../../shared/use-cover-shape.ts';
import { WorkShelf } from '../../shared/work-shelf.tsx';
import { BuyBar } from './buy-bar.tsx';
import { BuyPanel } from './buy-panel.tsx';
import { ContentsList } from './contents-list.tsx';
import { DetailsList } from './details-list.tsx';
import { firstChoice } from './offers.ts';
import { Preview } from './preview.tsx';
import { Stage } from './stage.tsx';
import { useRecordView } from './use-record-view.ts';
import { WorkCrumbs } from './work-crumbs.tsx';
import { WorkHeader } from './work-header.tsx';
import styles from './work-page.module.css';

export { workHead as head } from './work-head.ts';

export default function WorkPage() {
  const work = useRouteData('/api/public/catalog/items/{id}');
  // Another work is another page, though the route is the same: choices start anew.
  return <WorkView key={work.id} />;
}

function WorkView() {
  const t = useText();
  const shape = useCoverShape();
  const work = useRouteData('/api/public/catalog/items/{id}');
  const [productId, setProductId] = useState(firstChoice(work.products)?.id);
  const product = work.products.find(({ id }) => id === productId) ?? firstChoice(work.products);
  useRecordView(work);
  return (
    <div className={page.page}>
      <div className={styles.crumbs}>
        <WorkCrumbs work={work} />
      </div>
      <div className={page.inner}>
        <article className={styles.work} data-shape={shape}>
          <Stage work={work} />
          <div className={styles.side}>
            <WorkHeader work={work} />
            <Preview work={work} />
            <BuyPanel work={work} product={product} onChoose={setProductId} />
          </div>
          <div className={styles.body}>
            <section className={styles.section} aria-labelledby="about">
              <h2 id="about">{t('work.about')}</h2>
              <p className={styles.prose} dir="auto">
                {work.description}
              </p>
            </section>
            <ContentsList work={work} />
            <DetailsList work={work} />
          </div>
        </article>
      </div>
      {work.related.length > 0 ? <WorkShelf id="related" title={t('work.related')} works={work.related} /> : null}
      {product ? <BuyBar work={work} product={product} /> : null}
    </div>
  );
}
