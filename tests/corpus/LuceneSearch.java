// Indexes the field of names by the analyzer that `translit export elasticsearch` describes, on real Lucene, and asks what
// its query bodies ask, read as Elasticsearch reads them. Input: lines "D id names" and "Q number body" parted by tabs, the
// body as JSON on one line. Output: the number and the ids found, best first.
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
import org.apache.lucene.util.BytesRef;

public class LuceneSearch {
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

    /** A query as Elasticsearch makes it of its body: a name, and what it holds. */
    static Query query(Map<String, Object> body) {
        String kind = body.keySet().iterator().next();
        Map<String, Object> inside = map(body.get(kind));
        Query found;
        switch (kind) {
            case "bool":
                BooleanQuery.Builder all = new BooleanQuery.Builder();
                for (Query part : queries(inside.get("must"))) all.add(part, BooleanClause.Occur.MUST);
                for (Query part : queries(inside.get("should"))) all.add(part, BooleanClause.Occur.SHOULD);
                found = all.build();
                break;
            case "dis_max":
                found = new DisjunctionMaxQuery(queries(inside.get("queries")), number(inside, "tie_breaker", 0f));
                break;
            case "constant_score":
                found = new ConstantScoreQuery(query(map(inside.get("filter"))));
                break;
            case "terms":
                List<BytesRef> terms = new ArrayList<>();
                for (Object term : list(inside.get("names"))) terms.add(new BytesRef((String) term));
                return new TermInSetQuery("names", terms);
            case "term":
                return new TermQuery(new Term("names", (String) map(inside.get("names")).get("value")));
            default:
                return spans(body);
        }
        return new BoostQuery(found, number(inside, "boost", 1f));
    }

    static SpanQuery spans(Map<String, Object> body) {
        String kind = body.keySet().iterator().next();
        Map<String, Object> inside = map(body.get(kind));
        if (kind.equals("span_term"))
            return new SpanTermQuery(new Term("names", (String) map(inside.get("names")).get("value")));
        List<SpanQuery> parts = new ArrayList<>();
        for (Object part : list(inside.get("clauses"))) parts.add(spans(map(part)));
        SpanQuery[] clauses = parts.toArray(new SpanQuery[0]);
        if (kind.equals("span_or")) return new SpanOrQuery(clauses);
        if (!kind.equals("span_near")) throw new IllegalArgumentException(kind);
        return new SpanNearQuery(clauses, (int) number(inside, "slop", 0f), (Boolean) inside.get("in_order"));
    }

    static List<Query> queries(Object bodies) {
        List<Query> found = new ArrayList<>();
        for (Object body : list(bodies)) found.add(query(map(body)));
        return found;
    }

    static float number(Map<String, Object> body, String name, float otherwise) {
        return body.containsKey(name) ? ((Number) body.get(name)).floatValue() : otherwise;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(Object value) {
        return (List<Object>) value;
    }

    /** JSON without escapes in its texts, as the bodies have none. */
    static Object json(StringReader in) throws IOException {
        int sign = next(in);
        if (sign == '{') {
            Map<String, Object> found = new LinkedHashMap<>();
            for (int more = next(in); more != '}'; more = next(in)) {
                String name = text(in, more == ',' ? next(in) : more);
                if (next(in) != ':') throw new IOException("no colon after " + name);
                found.put(name, json(in));
            }
            return found;
        }
        if (sign == '[') {
            List<Object> found = new ArrayList<>();
            for (int more = peek(in); more != ']'; more = peek(in)) {
                if (more == ',') next(in);
                found.add(json(in));
            }
            next(in);
            return found;
        }
        if (sign == '"') return text(in, sign);
        StringBuilder rest = new StringBuilder().append((char) sign);
        while (",]}".indexOf(peek(in)) < 0) rest.append((char) next(in));
        String word = rest.toString();
        return word.equals("true") || word.equals("false") ? (Object) Boolean.valueOf(word) : Double.valueOf(word);
    }

    static String text(StringReader in, int quote) throws IOException {
        if (quote != '"') throw new IOException("a text begins with " + (char) quote);
        StringBuilder found = new StringBuilder();
        for (int sign = in.read(); sign != '"'; sign = in.read()) {
            if (sign < 0 || sign == '\\') throw new IOException("a text that isn't plain: " + found);
            found.append((char) sign);
        }
        return found.toString();
    }

    static int next(StringReader in) throws IOException {
        int sign = in.read();
        while (sign == ' ') sign = in.read();
        if (sign < 0) throw new EOFException();
        return sign;
    }

    static int peek(StringReader in) throws IOException {
        in.mark(64);
        int sign = next(in);
        in.reset();
        return sign;
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
                Query asked = query(map(map(json(new StringReader(cells[2]))).get("query")));
                StringBuilder found = new StringBuilder(cells[1]);
                for (ScoreDoc hit : searcher.search(asked, 1000).scoreDocs)
                    found.append("\t").append(searcher.doc(hit.doc).get("id"));
                out.println(found);
            }
        }
    }
}
