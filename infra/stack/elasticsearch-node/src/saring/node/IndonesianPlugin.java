package saring.node;

import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.AbstractIndexAnalyzerProvider;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.AnalyzerProvider;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;

/**
 * The analyzer type {@code indonesian} with its settings {@code stopwords} and {@code stem_exclusion}. Every
 * distribution of Elasticsearch has it in a module that is not published as an artifact; this registers the same
 * Lucene analyzer under the same name, so that one mapping holds on both.
 */
public final class IndonesianPlugin extends Plugin implements AnalysisPlugin {
    @Override
    public Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> getAnalyzers() {
        return Map.of("indonesian", (index, environment, name, settings) -> new Provider(name, environment, settings));
    }

    private static final class Provider extends AbstractIndexAnalyzerProvider<Analyzer> {
        private final Analyzer analyzer;

        Provider(String name, Environment environment, Settings settings) {
            super(name);
            CharArraySet stopWords =
                Analysis.parseStopWords(environment, settings, IndonesianAnalyzer.getDefaultStopSet());
            CharArraySet unstemmed = Analysis.parseStemExclusion(settings, CharArraySet.EMPTY_SET);
            analyzer = new IndonesianAnalyzer(stopWords, unstemmed);
        }

        @Override
        public Analyzer get() {
            return analyzer;
        }
    }
}
