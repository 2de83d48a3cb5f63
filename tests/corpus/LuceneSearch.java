// Indexes the field of names by the analyzer that `translit export elasticsearch` describes, on real Lucene, and asks what
// its query bodies ask. Input: lines "D id names" and "Q number plan" parted by tabs; a plan is units parted by ";", each "m" or
// "g", a colon, its terms parted by ",". Output: the number and the ids found, best first.
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.*;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.*;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.pattern.PatternCaptureGroupTokenFilter;
import org.apache.lucene.document.*;
import org.apache.lucene.index.*;
import org.apache.lucene.search.*;
import org.apache.lucene.search.spans.*;
import org.apache.lucene.store.ByteBuffersDirectory;

public class LuceneSearch {
    static final int SLOP = 2;
    static final float NEAR = 4f;

    static Analyzer analyzer() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer source = new WhitespaceTokenizer();
                return new TokenStreamComponents(
                    source, new PatternCaptureGroupTokenFilter(source, false, Pattern.compile("([^|]+)")));
            }
        };
    }

    static Query any(List<String[]> units) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (String[] unit : units) {
            List<Query> terms = new ArrayList<>();
            for (String term : unit) terms.add(weighted(term));
            all.add(new DisjunctionMaxQuery(terms, 0f), BooleanClause.Occur.SHOULD);
        }
        return all.build();
    }

    static Query weighted(String term) {
        Query found = new TermQuery(new Term("names", term));
        return term.startsWith("=") ? new BoostQuery(found, 0.1f) : found;
    }

    static SpanQuery either(String[] unit) {
        SpanQuery[] terms = new SpanQuery[unit.length];
        for (int i = 0; i < unit.length; i++) terms[i] = new SpanTermQuery(new Term("names", unit[i]));
        return new SpanOrQuery(terms);
    }

    static Query query(String plan) {
        List<String[]> every = new ArrayList<>(), main = new ArrayList<>();
        for (String unit : plan.split(";")) {
            String[] terms = unit.substring(2).split(",");
            every.add(terms);
            if (unit.startsWith("m")) main.add(terms);
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(any(main), BooleanClause.Occur.MUST);
        for (String[] unit : every)
            if (!main.contains(unit)) all.add(new BoostQuery(any(Collections.singletonList(unit)), 0.3f), BooleanClause.Occur.SHOULD);
        for (int i = 0; i < every.size(); i++)
            for (int j = i + 1; j < every.size(); j++) {
                SpanQuery near =
                    new SpanNearQuery(new SpanQuery[] {either(every.get(i)), either(every.get(j))}, SLOP, false);
                all.add(new BoostQuery(near, NEAR), BooleanClause.Occur.SHOULD);
            }
        return all.build();
    }

    public static void main(String[] arguments) throws IOException {
        ByteBuffersDirectory folder = new ByteBuffersDirectory();
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, "UTF-8");
        IndexSearcher searcher = null;
        try (IndexWriter writer = new IndexWriter(folder, new IndexWriterConfig(analyzer()))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", -1);
                if (cells[0].equals("D")) {
                    Document document = new Document();
                    document.add(new StringField("id", cells[1], Field.Store.YES));
                    document.add(new TextField("names", cells[2], Field.Store.NO));
                    writer.addDocument(document);
                    continue;
                }
                if (searcher == null) {
                    writer.commit();
                    searcher = new IndexSearcher(DirectoryReader.open(folder));
                }
                StringBuilder found = new StringBuilder(cells[1]);
                for (ScoreDoc hit : searcher.search(query(cells[2]), 1000).scoreDocs)
                    found.append("\t").append(searcher.doc(hit.doc).get("id"));
                out.println(found);
            }
        }
    }
}
